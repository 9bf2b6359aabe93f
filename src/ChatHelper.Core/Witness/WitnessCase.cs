using ChatHelper.Core.Casework;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Witness;

/// <summary>Puts what a witness told into a case, and takes it out again with everything that came of it.</summary>
internal static class WitnessCase
{
    private const string Source = "witness";

    /// <summary>Both have agreed: it becomes a testimony, a line of the diary and, with a picture, an item of evidence.</summary>
    public static CaseFile TakenUp(Talk talk, CaseFile file, WaitingTestimony waiting)
    {
        var told = waiting.Told;
        var shown = waiting.Picture is { } picture ? WithPicture(file, told, picture) : file;
        int? item = waiting.Picture is null ? null : shown.Last;
        var whom = talk.Pack.Readers.Relations(told.Relation) is [var (group, _), ..] ? group : "";
        var entry = new DiaryEntry(shown.Last + 1, told.At, "", whom)
        {
            Precision = told.Precision, WhomNamed = told.Relation, Caller = told.Caller, Words = told.Words, Source = Source,
            Evidence = item is { } no ? [no] : [],
        };
        return shown with
        {
            Last = entry.No,
            Diary = [.. shown.Diary, entry],
            Testimonies = [.. shown.Testimonies, told with { Evidence = item, Diary = entry.No }],
            Waiting = [.. shown.Waiting.Where(one => one.Told.No != told.No)],
        };
    }

    /// <summary>The case without what was told and never taken up.</summary>
    public static CaseFile Dropped(Talk talk, CaseFile file, WaitingTestimony waiting)
    {
        if (waiting.Picture is { Id: var id })
        {
            talk.Effects.Add(new Discard(id));
        }

        return file with { Waiting = [.. file.Waiting.Where(one => one.Told.No != waiting.Told.No)] };
    }

    /// <summary>The case without a testimony that was part of it.</summary>
    public static CaseFile Without(Talk talk, CaseFile file, int no)
    {
        var told = file.Testimonies.First(one => one.No == no);
        var picture = file.Evidence.FirstOrDefault(item => item.No == told.Evidence);
        if (picture is { FileId.Length: > 0 })
        {
            talk.Effects.Add(new Discard(picture.FileId));
        }

        var rest = picture is null ? file : EvidenceChain.Withdraw(file, picture.No, talk.Moment.Now.ToDateTimeOffset());
        return rest with
        {
            Diary = [.. rest.Diary.Where(entry => entry.No != told.Diary)],
            Testimonies = [.. rest.Testimonies.Where(one => one.No != no)],
        };
    }

    private static CaseFile WithPicture(CaseFile file, Testimony told, GivenFile picture) =>
        EvidenceChain.Add(file, new EvidenceItem(0, Source, picture.ReceivedAt ?? told.GivenAt)
        {
            FileId = picture.Id, Name = picture.Name, Mime = picture.Mime, Size = picture.Size, Sha256 = picture.Sha256, Source = Source,
            ClaimedAt = told.At, Holder = told.Relation,
        });
}
