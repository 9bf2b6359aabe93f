using System.Diagnostics;
using ChatHelper.Fakes.Load;
using ChatHelper.Fakes.Updates;

namespace ChatHelper.Fakes.Webhook;

/// <summary>Posts updates: one in flight per queue, many queues in parallel, retried until confirmed or dead of age.</summary>
internal sealed class WebhookDelivery(World world) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, DeliveryQueue> _queues = [];
    private readonly Queue<DeliveryQueue> _ready = new();
    private WebhookPost? _post;
    private DateTimeOffset? _goneSince;
    private int _busy, _running;

    public WebhookSetting? Setting { get; private set; }

    public (DateTimeOffset At, string Message)? LastFailure { get; private set; }

    /// <summary>Start of a post to its 2xx.</summary>
    public Histogram Acknowledged { get; } = new();

    /// <summary>Null takes the webhook away; what was not confirmed waits for getUpdates or the next webhook.</summary>
    public void Set(WebhookSetting? setting)
    {
        lock (_gate)
        {
            _queues.Clear();
            _ready.Clear();
            (Setting, LastFailure, _goneSince) = (setting, null, null);
            _post?.Dispose();
            _post = setting is null ? null : new WebhookPost(world, setting);
            world.Updates.Forward = setting is null ? null : Add;
            foreach (var update in setting is null ? [] : world.Updates.All())
            {
                Enqueue(update);
            }
            StartWorkers();
        }
    }

    public void Dispose() => Set(setting: null);

    private void Add(PendingUpdate update)
    {
        lock (_gate)
        {
            if (_post is not null)
            {
                Enqueue(update);
                StartWorkers();
            }
        }
    }

    private void Enqueue(PendingUpdate update)
    {
        if (!_queues.TryGetValue(update.QueueId, out var queue))
        {
            _queues.Add(update.QueueId, queue = new DeliveryQueue(update.QueueId));
            _ready.Enqueue(queue);
        }
        queue.Waiting.Add(update);
    }

    private void StartWorkers()
    {
        while (_post is not null && _busy < _post.Setting.MaxConnections && _busy < _ready.Count + _running)
        {
            _busy++;
            _ = Task.Run(WorkAsync);
        }
    }

    private async Task WorkAsync()
    {
        while (true)
        {
            DeliveryQueue queue;
            WebhookPost post;
            lock (_gate)
            {
                if (_post is null || !_ready.TryDequeue(out queue!))
                {
                    _busy--;
                    return;
                }
                _running++;
                post = _post;
            }
            var retryAfter = await DeliverAsync(queue, post);
            lock (_gate)
            {
                _running--;
                if (post == _post)
                {
                    PutBack(queue, retryAfter);
                }
            }
        }
    }

    private async Task<TimeSpan?> DeliverAsync(DeliveryQueue queue, WebhookPost post)
    {
        var update = queue.Head(world);
        if (!world.Updates.IsWaiting(update))
        {
            queue.Done(update);
            return null;
        }
        update.Entry.CountDelivery();
        var started = Stopwatch.GetTimestamp();
        var result = await post.SendAsync(update);
        if (result.Failure is null)
        {
            Acknowledged.Add(Stopwatch.GetElapsedTime(started));
            _goneSince = null;
            await post.ExecuteAsync(result); // before the confirmation, so that a judge never sees a gap between the two
            queue.Done(update);
            if (world.Updates.ConfirmOne(update))
            {
                queue.Append(update);
            }
            return null;
        }
        LastFailure = (world.Clock.GetUtcNow(), result.Failure);
        Gone(post, result.Status);
        return queue.NextWait(result.RetryAfter);
    }

    private void PutBack(DeliveryQueue queue, TimeSpan? wait)
    {
        if (queue.Waiting.Count == 0)
        {
            _queues.Remove(queue.Id);
        }
        else if (wait is { } pause && pause > TimeSpan.Zero)
        {
            _ = PutBackLaterAsync(queue, world.Scaled(pause.TotalSeconds));
        }
        else
        {
            _ready.Enqueue(queue);
        }
    }

    private async Task PutBackLaterAsync(DeliveryQueue queue, TimeSpan wait)
    {
        await Task.Delay(wait);
        lock (_gate)
        {
            if (_queues.GetValueOrDefault(queue.Id) == queue)
            {
                _ready.Enqueue(queue);
                StartWorkers();
            }
        }
    }

    // 410 for 23 hours takes the webhook away.
    private void Gone(WebhookPost post, int status)
    {
        var now = world.Clock.GetUtcNow();
        _goneSince = status == 410 ? _goneSince ?? now : null;
        if (now - _goneSince > TimeSpan.FromHours(23) && post == _post)
        {
            Set(setting: null);
        }
    }
}
