using PixelLab.Core.Languages;

namespace PixelLab.Core.Reports;

/// <summary>The words of the reports.</summary>
public static class SheetText
{
    /// <summary>The file that they are in.</summary>
    public static WordFile Words { get; } = new(typeof(SheetText));

    /// <summary>What a row is called that stands for a value: where it is no name from outside, in the language’s words.</summary>
    internal static string Named(this Words words, string value) => words.Find($"Value.{value}") ?? value;
}
