namespace ChatHelper.Core.Content;

/// <content>Codes of authorities, routes and holidays.</content>
public static partial class Codes
{
    /// <summary>A telephone number or an authority past the day by which it had to be checked again.</summary>
    public const string PastReview = "CH0801";

    /// <summary>Something said of an authority without how and when it was checked.</summary>
    public const string NotChecked = "CH0802";

    /// <summary>An authority names a letter that is not there.</summary>
    public const string AuthorityLetter = "CH0803";

    /// <summary>An authority or a number that is not there.</summary>
    public const string NoSuchAuthority = "CH0804";

    /// <summary>A time limit that cannot be counted: its amount, unit, event or who it binds.</summary>
    public const string BrokenTerm = "CH0805";

    /// <summary>A time limit rests on a point of law that the pack does not have.</summary>
    public const string AuthorityPoint = "CH0806";

    /// <summary>A time limit that rests on nothing verified.</summary>
    public const string TermUnfounded = "CH0807";

    /// <summary>A route that leads nowhere, or stands where it is never taken.</summary>
    public const string BrokenRoute = "CH0808";

    /// <summary>A kind of lender for which no route is written.</summary>
    public const string LenderWithoutRoute = "CH0809";

    /// <summary>A holiday that does not fit its year, or a make-up day that is a working day anyway.</summary>
    public const string BrokenHoliday = "CH0810";

    /// <summary>No holidays for this year or the next.</summary>
    public const string HolidaysMissing = "CH0811";
}
