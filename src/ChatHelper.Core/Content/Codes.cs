namespace ChatHelper.Core.Content;

/// <summary>Every diagnostic code, once. dialogs/README.md has a section per code with a bad and a good example, and
/// <c>tests/broken-packs</c> a pack per code that must raise it; tests hold the three together.</summary>
public static partial class Codes
{
    /// <summary>The file is not YAML.</summary>
    public const string BrokenYaml = "CH0001";

    /// <summary>A value has another shape than its key asks for.</summary>
    public const string WrongShape = "CH0002";

    /// <summary>A key that nobody reads, usually misspelt.</summary>
    public const string UnknownKey = "CH0003";

    /// <summary>A key that must be there is not.</summary>
    public const string MissingKey = "CH0004";

    /// <summary>The same id stands twice.</summary>
    public const string Duplicate = "CH0005";

    /// <summary>A word where only certain words are allowed.</summary>
    public const string UnknownWord = "CH0006";

    /// <summary>A condition whose words do not fit.</summary>
    public const string BrokenCondition = "CH0101";

    /// <summary>A dialog without steps.</summary>
    public const string EmptyDialog = "CH0102";

    /// <summary>A <c>go</c> to a step that is not there.</summary>
    public const string UnknownStep = "CH0103";

    /// <summary>A step asks but names no fact for the answer.</summary>
    public const string MissingFact = "CH0104";

    /// <summary>A fact on a step that keeps no answer.</summary>
    public const string FactNotKept = "CH0105";

    /// <summary>A step of choices without choices.</summary>
    public const string NoChoices = "CH0106";

    /// <summary>Ways on that stand after one without a condition.</summary>
    public const string NextAfterOtherwise = "CH0107";

    /// <summary>A fact that facts.yaml does not declare.</summary>
    public const string UnknownFact = "CH0108";

    /// <summary>A dialog that is not there.</summary>
    public const string UnknownDialog = "CH0109";

    /// <summary>A letter that is not there.</summary>
    public const string UnknownLetter = "CH0110";

    /// <summary>A deed, told word or command without meaning.</summary>
    public const string UnknownDeed = "CH0111";

    /// <summary>A condition compares a fact with a choice that the fact cannot hold.</summary>
    public const string UnknownChoice = "CH0112";

    /// <summary>Two steps whose short codes for buttons are the same.</summary>
    public const string SameCode = "CH0113";

    /// <summary>A step that leads to itself.</summary>
    public const string GoesToItself = "CH0114";

    /// <summary>A step that no way leads to.</summary>
    public const string Unreachable = "CH0121";

    /// <summary>A step from which no way leads to an end or a menu.</summary>
    public const string NoWayOut = "CH0122";

    /// <summary>The pack gives no way to a human.</summary>
    public const string NoWayToHuman = "CH0123";

    /// <summary>The pack gives no way to stop or to erase.</summary>
    public const string NoWayToStop = "CH0124";

    /// <summary>A circle of steps in which nobody is asked anything.</summary>
    public const string WordlessCircle = "CH0125";

    /// <summary>A dialog without a play.</summary>
    public const string NoPlay = "CH0126";

    /// <summary>A condition reads a fact that can only be asked after it.</summary>
    public const string ReadsLaterFact = "CH0127";

    /// <summary>A text that a step, choice or rule needs is not there.</summary>
    public const string MissingLine = "CH0201";

    /// <summary>A translation is missing, or older than its source.</summary>
    public const string StaleTranslation = "CH0202";

    /// <summary>A text that does not fit a channel.</summary>
    public const string TooLong = "CH0203";

    /// <summary>A placeholder that nothing fills.</summary>
    public const string UnknownPlaceholder = "CH0204";

    /// <summary>A rule of tone whose pattern does not compile.</summary>
    public const string BrokenToneRule = "CH0210";

    /// <summary>A rule of tone that misses its own bad example, or hits its good one.</summary>
    public const string ToneExampleFails = "CH0211";

    /// <summary>An exception from a rule of tone that nothing needs any more.</summary>
    public const string ToneExceptionUnused = "CH0212";

    /// <summary>A text that blames the reader.</summary>
    public const string Blame = "CH0213";

    /// <summary>A text that promises an outcome.</summary>
    public const string Promise = "CH0214";

    /// <summary>A text that frightens.</summary>
    public const string Fear = "CH0215";

    /// <summary>A text that orders the reader to feel something.</summary>
    public const string OrderedFeeling = "CH0216";

    /// <summary>A claim or piece of advice that is false or does harm.</summary>
    public const string HarmfulClaim = "CH0217";

    /// <summary>A word of the trade without plain words beside it.</summary>
    public const string Jargon = "CH0218";

    /// <summary>An abbreviation that is not explained.</summary>
    public const string Abbreviation = "CH0219";

    /// <summary>Something is called official, and not whose it is.</summary>
    public const string OfficialOfWhom = "CH0220";

    /// <summary>An exclamation mark.</summary>
    public const string ExclamationMark = "CH0221";

    /// <summary>Words in capitals for stress.</summary>
    public const string Capitals = "CH0222";

    /// <summary>Two questions in one message.</summary>
    public const string TwoQuestions = "CH0223";

    /// <summary>A question too long to be read at a glance.</summary>
    public const string LongQuestion = "CH0224";

    /// <summary>More sentences than somebody in panic takes in.</summary>
    public const string ManySentences = "CH0225";

    /// <summary>A message too long for one idea.</summary>
    public const string LongMessage = "CH0226";

    /// <summary>A word that has no place before somebody whose life is in danger.</summary>
    public const string NotInCrisis = "CH0227";

    /// <summary>More telephone numbers at once than somebody in danger can use.</summary>
    public const string ManyNumbers = "CH0228";

    /// <summary>A tier that does not exist.</summary>
    public const string UnknownTier = "CH0501";

    /// <summary>A crisis pattern that does not compile.</summary>
    public const string BrokenCrisisPattern = "CH0502";

    /// <summary>A tier to which nothing is answered.</summary>
    public const string TierWithoutResponse = "CH0503";

    /// <summary>A line names a number that crisis.yaml does not have.</summary>
    public const string NumberMissing = "CH0504";

    /// <summary>A number that helps was not checked again in time.</summary>
    public const string NumberPastReview = "CH0505";

    /// <summary>A cue that nobody listens for, or that the rules need and the pack does not have.</summary>
    public const string UnknownCue = "CH0506";

    /// <summary>A word of reading.yaml without the value its section asks for.</summary>
    public const string ReadingValue = "CH0601";

    /// <summary>A word of reading.yaml with two meanings in one section, such as a relation word in two groups.</summary>
    public const string ReadingTwice = "CH0602";

    /// <summary>A repair that changes nothing, stands twice, or whose result would be repaired again.</summary>
    public const string RepairOfNothing = "CH0603";

    /// <summary>A festival without a date, or with both a fixed one and one for each year.</summary>
    public const string FestivalDate = "CH0604";

    /// <summary>A pattern for heard words that does not compile.</summary>
    public const string BrokenPattern = "CH0620";

    /// <summary>A question that no words find.</summary>
    public const string QuestionWithoutWording = "CH0630";

    /// <summary>Two questions with the same wording.</summary>
    public const string SameWording = "CH0631";

    /// <summary>A wording of one question that finds another.</summary>
    public const string FindsAnother = "CH0632";

    /// <summary>A menu lists a question that is not there, or that has no wordings.</summary>
    public const string UnknownQuestion = "CH0633";
    /// <summary>A word of diary.yaml under two meanings: a list could not be read by it.</summary>
    public const string DiaryWordTwice = "CH0640";

    /// <summary>A play that came out otherwise.</summary>
    public const string PlayFails = "CH0701";
}
