using ChatHelper.Core.Casework;

namespace ChatHelper.Export;

/// <summary>The case file in the copy.</summary>
internal static class CaseShapes
{
    private const string Internal = "our own name of the kept bytes; the copy names the file by the item's number";

    public static Shape<DiaryEntry> Diary { get; } = new Shape<DiaryEntry>()
        .Keep(nameof(DiaryEntry.No), one => one.No)
        .Keep(nameof(DiaryEntry.At), one => one.At)
        .Keep(nameof(DiaryEntry.Precision), one => one.Precision)
        .Keep(nameof(DiaryEntry.Means), one => one.Means)
        .Keep(nameof(DiaryEntry.Whom), one => one.Whom)
        .Keep(nameof(DiaryEntry.WhomNamed), one => one.WhomNamed)
        .Keep(nameof(DiaryEntry.Caller), one => one.Caller)
        .Keep(nameof(DiaryEntry.Words), one => one.Words)
        .Keep(nameof(DiaryEntry.Hearsay), one => one.Hearsay)
        .Keep(nameof(DiaryEntry.Seconds), one => one.Seconds)
        .Keep(nameof(DiaryEntry.Response), one => one.Response)
        .Keep(nameof(DiaryEntry.Evidence), one => one.Evidence)
        .Keep(nameof(DiaryEntry.Source), one => one.Source);

    public static Shape<EvidenceItem> Evidence { get; } = new Shape<EvidenceItem>()
        .Keep(nameof(EvidenceItem.No), one => one.No)
        .Keep(nameof(EvidenceItem.Kind), one => one.Kind)
        .Keep(nameof(EvidenceItem.ReceivedAt), one => one.ReceivedAt)
        .Keep(nameof(EvidenceItem.Name), one => one.Name)
        .Keep(nameof(EvidenceItem.HasFile), one => one.HasFile)
        .Keep(nameof(EvidenceItem.Mime), one => one.Mime)
        .Keep(nameof(EvidenceItem.Size), one => one.Size)
        .Keep(nameof(EvidenceItem.Sha256), one => one.Sha256)
        .Keep(nameof(EvidenceItem.Source), one => one.Source)
        .Keep(nameof(EvidenceItem.ClaimedAt), one => one.ClaimedAt)
        .Keep(nameof(EvidenceItem.Label), one => one.Label)
        .Keep(nameof(EvidenceItem.Act), one => one.Act)
        .Keep(nameof(EvidenceItem.Holder), one => one.Holder)
        .Keep(nameof(EvidenceItem.Count), one => one.Count)
        .Keep(nameof(EvidenceItem.Tail), one => one.Tail)
        .Keep(nameof(EvidenceItem.Link), one => one.Link)
        .LeaveOut(Internal, nameof(EvidenceItem.FileId))
        .LeaveOut("follows from the media type", nameof(EvidenceItem.HasCleanCopy));

    public static Shape<Withdrawal> Withdrawals { get; } = new Shape<Withdrawal>()
        .Keep(nameof(Withdrawal.No), one => one.No)
        .Keep(nameof(Withdrawal.Of), one => one.Of)
        .Keep(nameof(Withdrawal.At), one => one.At)
        .Keep(nameof(Withdrawal.Leaf), one => one.Leaf)
        .Keep(nameof(Withdrawal.LinkOf), one => one.LinkOf)
        .Keep(nameof(Withdrawal.Link), one => one.Link);

    public static Shape<Filing> Filings { get; } = new Shape<Filing>()
        .Keep(nameof(Filing.No), one => one.No)
        .Keep(nameof(Filing.Authority), one => one.Authority)
        .Keep(nameof(Filing.On), one => one.On)
        .Keep(nameof(Filing.CaseNumber), one => one.CaseNumber)
        .Keep(nameof(Filing.Letter), one => one.Letter)
        .Keep(nameof(Filing.State), one => one.State)
        .Keep(nameof(Filing.Asked), one => one.Asked)
        .Keep(nameof(Filing.AcceptedOn), one => one.AcceptedOn)
        .Keep(nameof(Filing.Receipt), one => one.Receipt)
        .Keep(nameof(Filing.RefusedOn), one => one.RefusedOn)
        .Keep(nameof(Filing.Refusal), one => one.Refusal)
        .Keep(nameof(Filing.RefusalKind), one => one.RefusalKind)
        .Keep(nameof(Filing.AnsweredOn), one => one.AnsweredOn)
        .Keep(nameof(Filing.Answer), one => one.Answer)
        .LeaveOut("follows from the state", nameof(Filing.IsOpen));

    public static Shape<Testimony> Testimonies { get; } = new Shape<Testimony>()
        .Keep(nameof(Testimony.No), one => one.No)
        .Keep(nameof(Testimony.GivenAt), one => one.GivenAt)
        .Keep(nameof(Testimony.Relation), one => one.Relation)
        .Keep(nameof(Testimony.At), one => one.At)
        .Keep(nameof(Testimony.Precision), one => one.Precision)
        .Keep(nameof(Testimony.AtTold), one => one.AtTold)
        .Keep(nameof(Testimony.Caller), one => one.Caller)
        .Keep(nameof(Testimony.Words), one => one.Words)
        .Keep(nameof(Testimony.Evidence), one => one.Evidence)
        .Keep(nameof(Testimony.Diary), one => one.Diary);

    public static Shape<WaitingTestimony> Waiting { get; } = new Shape<WaitingTestimony>()
        .Keep(nameof(WaitingTestimony.Told), one => Testimonies.One(one.Told))
        .Keep(nameof(WaitingTestimony.Picture), one => one.Picture?.Name)
        .Keep(nameof(WaitingTestimony.Announced), one => one.Announced);

    public static Shape<Invitation> Invitations { get; } = new Shape<Invitation>()
        .Keep(nameof(Invitation.No), one => one.No)
        .Keep(nameof(Invitation.Until), one => one.Until);

    public static Shape<CaseFile> File { get; } = new Shape<CaseFile>()
        .Keep(nameof(CaseFile.Diary), one => Diary.Each(one.Diary))
        .Keep(nameof(CaseFile.Offered), one => Diary.Each(one.Offered))
        .Keep(nameof(CaseFile.Evidence), one => Evidence.Each(one.Evidence))
        .Keep(nameof(CaseFile.Withdrawals), one => Withdrawals.Each(one.Withdrawals))
        .Keep(nameof(CaseFile.EvidenceHead), one => one.EvidenceHead)
        .Keep(nameof(CaseFile.Filings), one => Filings.Each(one.Filings))
        .Keep(nameof(CaseFile.Testimonies), one => Testimonies.Each(one.Testimonies))
        .Keep(nameof(CaseFile.Invitations), one => Invitations.Each(one.Invitations))
        .Keep(nameof(CaseFile.Waiting), one => Waiting.Each(one.Waiting))
        .Keep(nameof(CaseFile.TakenBack), one => one.TakenBack)
        .LeaveOut("counts numbers given", nameof(CaseFile.Last), nameof(CaseFile.DiaryBefore))
        .LeaveOut("a fixed value", nameof(CaseFile.Empty));
}
