namespace ChatHelper.Audit;

/// <summary>Who did what with a case.</summary>
/// <param name="No">1, 2, 3 …, without a gap.</param>
/// <param name="At">Unix milliseconds, UTC.</param>
/// <param name="Person">Keyed hash of the person it is about.</param>
/// <param name="Who"><c>bot</c>, <c>person</c>, <c>witness</c>, <c>program</c>, or a role at the desk and a pseudonym.</param>
/// <param name="What">One word for the deed, then what it needs: a case, a kind of field, a reason. Never content.</param>
internal sealed record AuditEntry(long No, long At, byte[] Person, string Who, string What);

/// <summary>The end of the chain at a time.</summary>
internal sealed record AuditHead(long No, byte[] Mac)
{
    /// <summary>Before the first entry.</summary>
    public static AuditHead None { get; } = new(0, new byte[AuditChain.Bytes]);

    /// <summary>Number and mac, as the anchor lines of the log show them.</summary>
    public override string ToString() => $"{No} {Convert.ToHexStringLower(Mac)}";
}
