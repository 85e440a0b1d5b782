using PixelLab.Core.Languages;

namespace PixelLab.Core.Explaining;

/// <summary>One thing a request carried: what it was, where it came from, what it gives away and what would stop it.</summary>
/// <param name="Field">Its name as it came: a header's, parameter's or cookie's, or <c>address</c>, <c>path</c>, <c>body</c>.</param>
/// <param name="Value">Its value as it came; a long one is cut, and then <paramref name="Meaning"/> says so.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Meaning">What it gives away, in plain words, decoded.</param>
/// <param name="Control">What would stop or blur it, in plain words, also where a user can't.</param>
public sealed record ExplainedField(string Field, string Value, FieldSource Source, string Meaning, string Control)
{
    /// <summary>The most characters of a name that are shown.</summary>
    public const int MaxField = 200;

    /// <summary>The most characters of a value that are shown; the request itself is shown whole elsewhere.</summary>
    public const int MaxValue = 1000;

    /// <summary>The field with name and value cut to what is shown, and a note where they were.</summary>
    internal static ExplainedField Bounded(
        string field, string value, FieldSource source, string meaning, string control, Language language)
    {
        var shown = PlainText.Head(value, MaxValue);
        if (shown.Length < value.Length)
        {
            meaning = language.Sentences(
                meaning, language[ExplainingText.Words].Count("Cut", shown.Length, language.Number(value.Length)));
        }

        return new ExplainedField(PlainText.Head(field, MaxField), shown, source, meaning, control);
    }
}
