namespace ChatHelper.Core.Casework;

/// <summary>What a case gathers beside the answers: what happened again and again, what proves it, where it was reported, what
/// others saw. Immutable; part of a conversation and erased with it. Stored apart from the conversation and written only in
/// turns that change it.</summary>
public sealed record CaseFile
{
    /// <summary>A case in which nothing was gathered.</summary>
    public static CaseFile Empty { get; } = new();

    /// <summary>The highest number given to anything of this case; numbers are never given twice.</summary>
    public int Last { get; init; }

    /// <summary>Calls, messages and visits, in the order in which they were entered.</summary>
    public IReadOnlyList<DiaryEntry> Diary { get; init; } = [];

    /// <summary>Entries numbered above this one came with the last addition; taking it back takes them away.</summary>
    public int DiaryBefore { get; init; }

    /// <summary>Entries read from a pasted or received list, without number, until the person says whose they are.</summary>
    public IReadOnlyList<DiaryEntry> Offered { get; init; } = [];

    /// <summary>Received files and things that the person holds, in order of reception.</summary>
    public IReadOnlyList<EvidenceItem> Evidence { get; init; } = [];

    /// <summary>Items that the person had removed, in order of removal.</summary>
    public IReadOnlyList<Withdrawal> Withdrawals { get; init; } = [];

    /// <summary>Link of the last entry of the evidence chain (<see cref="EvidenceChain"/>); empty without any.</summary>
    public string EvidenceHead { get; init; } = "";

    /// <summary>Complaints and reports that the person says they have made.</summary>
    public IReadOnlyList<Filing> Filings { get; init; } = [];

    /// <summary>What persons who were called told, each in their own words.</summary>
    public IReadOnlyList<Testimony> Testimonies { get; init; } = [];

    /// <summary>Codes handed to witnesses that nobody has used yet.</summary>
    public IReadOnlyList<Invitation> Invitations { get; init; } = [];

    /// <summary>What witnesses told and the person has not agreed to; one that is looked at stands first.</summary>
    public IReadOnlyList<WaitingTestimony> Waiting { get; init; } = [];

    /// <summary>Numbers of what witnesses took back, until the person has been told.</summary>
    public IReadOnlyList<int> TakenBack { get; init; } = [];
}
