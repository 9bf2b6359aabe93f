namespace ChatHelper.Fakes.WeChat;

/// <summary>How an answer reads.</summary>
public enum Reading
{
    /// <summary>None came before the connection was cut.</summary>
    None,

    /// <summary>A message for the person.</summary>
    Message,

    /// <summary><c>success</c> or empty: taken, nothing to show.</summary>
    Nothing,

    /// <summary>Something the platform cannot read.</summary>
    Unreadable,
}

/// <summary>One connection to the callback.</summary>
/// <param name="Number">1, 2 or 3.</param>
/// <param name="Took">From the start of the request to the end of the answer, or until it was cut; real time.</param>
/// <param name="Status">Null: no answer.</param>
/// <param name="Answer">The bytes as they came.</param>
/// <param name="Text">What the person would see; null unless <see cref="Reading.Message"/>.</param>
/// <param name="Fault">Why it is not readable, or why none came.</param>
/// <param name="Lost">The platform pretends that it never came.</param>
public sealed record Delivery(int Number, TimeSpan Took, int? Status, byte[] Answer, Reading Reading, string? Text, string Fault, bool Lost);

/// <summary>All deliveries of one thing that a person did.</summary>
/// <param name="Shown">What the person saw of it; null: nothing.</param>
public sealed record Round(Said Said, IReadOnlyList<Delivery> Deliveries, string? Shown)
{
    /// <summary>The person saw that the account does not work.</summary>
    public bool Failed => Shown == Platform.Unavailable;
}
