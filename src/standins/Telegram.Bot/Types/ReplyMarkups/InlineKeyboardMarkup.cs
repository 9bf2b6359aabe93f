namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>Rows of buttons below a message.</summary>
public class InlineKeyboardMarkup : ReplyMarkup
{
    [SetsRequiredMembers]
    public InlineKeyboardMarkup() => InlineKeyboard = new List<List<InlineKeyboardButton>>();

    [SetsRequiredMembers]
    public InlineKeyboardMarkup(IEnumerable<IEnumerable<InlineKeyboardButton>> inlineKeyboard) => InlineKeyboard = inlineKeyboard;

    [SetsRequiredMembers]
    public InlineKeyboardMarkup(InlineKeyboardButton inlineKeyboardButton) => InlineKeyboard = Row([inlineKeyboardButton]);

    [SetsRequiredMembers]
    public InlineKeyboardMarkup(params InlineKeyboardButton[] inlineKeyboardRow) => InlineKeyboard = Row([.. inlineKeyboardRow]);

    [SetsRequiredMembers]
    public InlineKeyboardMarkup(IEnumerable<InlineKeyboardButton> inlineKeyboardRow) => InlineKeyboard = Row([.. inlineKeyboardRow]);

    [SetsRequiredMembers]
    public InlineKeyboardMarkup(List<InlineKeyboardButton> inlineKeyboardRow) => InlineKeyboard = Row(inlineKeyboardRow);

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required IEnumerable<IEnumerable<InlineKeyboardButton>> InlineKeyboard { get; set; }

    private List<List<InlineKeyboardButton>> Rows => InlineKeyboard as List<List<InlineKeyboardButton>>
        ?? throw new InvalidOperationException("Rows can be added only to a keyboard that holds lists.");

    /// <summary>No buttons: takes those of a message away.</summary>
    public static InlineKeyboardMarkup Empty() => new();

    /// <summary>Adds a button to the last row.</summary>
    public InlineKeyboardMarkup AddButton(InlineKeyboardButton button) => AddButtons(button);

    /// <summary>Adds a button that sends its data to the last row.</summary>
    public InlineKeyboardMarkup AddButton(string text, string callbackData) =>
        AddButtons(InlineKeyboardButton.WithCallbackData(text, callbackData));

    /// <summary>Adds buttons to the last row.</summary>
    public InlineKeyboardMarkup AddButtons(params InlineKeyboardButton[] buttons)
    {
        if (Rows.Count == 0)
        {
            Rows.Add([]);
        }

        Rows[^1].AddRange(buttons);
        return this;
    }

    /// <summary>Starts a row.</summary>
    public InlineKeyboardMarkup AddNewRow(params InlineKeyboardButton[] buttons)
    {
        Rows.Add([.. buttons]);
        return this;
    }

    private static List<List<InlineKeyboardButton>> Row(List<InlineKeyboardButton> buttons) => [buttons];
}
