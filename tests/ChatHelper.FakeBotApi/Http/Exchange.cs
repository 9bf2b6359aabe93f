using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace ChatHelper.Fakes.Http;

/// <summary>What a connection keeps between its requests, so that a call allocates little more than its message.</summary>
internal sealed class Exchange : IDisposable
{
    public DefaultHttpContext Http { get; } = new();

    public ArrayBufferWriter<byte> Body { get; private set; } = new(1024);

    public Call Call { get; } = new();

    public void Dispose() => Call.Dispose();

    public void Clear()
    {
        if (Body.Capacity > 1 << 20)
        {
            Body = new ArrayBufferWriter<byte>(1024); // an upload: not worth keeping
        }
        Body.ResetWrittenCount();
        Call.Clear();
    }
}

/// <summary>One method call, over HTTP or inside a webhook answer.</summary>
internal sealed class Call : IDisposable
{
    public Arguments Arguments { get; } = new();

    public Answer Answer { get; } = new();

    public string Method { get; set; } = "";

    public bool InWebhookAnswer { get; set; }

    public CancellationToken Gone { get; set; }

    public void Dispose() => Answer.Dispose();

    public void Clear()
    {
        Arguments.Clear();
        Answer.Clear();
        (Method, InWebhookAnswer, Gone) = ("", false, default);
    }

    public void Refuse(string description) => Answer.Fail(400, "Bad Request: " + description);
}
