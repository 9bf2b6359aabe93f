namespace ChatHelper.Fakes.Webhook;

internal sealed record WebhookSetting(Uri Address, string Secret, int MaxConnections);
