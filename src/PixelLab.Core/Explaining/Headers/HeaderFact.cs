using PixelLab.Core.Events;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Languages;

namespace PixelLab.Core.Explaining.Headers;

/// <summary>What the lab knows about one header. What it gives away stands in <see cref="HeaderText"/>, under its name unless said otherwise.</summary>
/// <param name="Name">Its name, in any spelling.</param>
/// <param name="Source">Who adds it.</param>
/// <param name="Control">The name of the words on what would stop or blur it.</param>
/// <param name="Meaning">What a line of it gives away, as sentences; null where the words under its name are all that is to say.</param>
internal sealed record HeaderFact(string Name, FieldSource Source, string Control, Func<HeaderLine, string>? Meaning = null)
{
    /// <summary>The name of those words where it depends on the line; null where it is always the same.</summary>
    public Func<HeaderLine, string>? ControlOf { get; init; }
}

/// <summary>A line of a header as it came, with what is needed to say something of it.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Request">The request, for what only makes sense together.</param>
/// <param name="Means">By what means the request was made.</param>
/// <param name="Language">The language to say it in.</param>
internal readonly record struct HeaderLine(string Value, CapturedRequest Request, FetchMeans Means, Language Language)
{
    /// <summary>The words of headers.</summary>
    public Words Words => Language[HeaderText.Words];

    /// <summary>The value in quotation marks.</summary>
    public string Quoted(int most = PlainText.MaxInSentence) => Language.Quoted(Value, most);

    /// <summary>Whether the value holds a text, in any spelling.</summary>
    public bool Has(string text) => Value.Contains(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>The words for this very value, <c>NAME.VALUE</c>; null where the lab has none for it.</summary>
    public string? OfValue(string name) =>
        Value.All(letter => char.IsAsciiLetterLower(letter) || letter == '-') ? Words.Find($"{name}.{Value}") : null;

    /// <summary>A sentence with the value in it.</summary>
    public static Func<HeaderLine, string> With(string name, int most = PlainText.MaxInSentence) => line => line.Words[name, line.Quoted(most)];

    /// <summary>The same sentence for whatever value.</summary>
    public static Func<HeaderLine, string> Always(string name) => line => line.Words[name];
}
