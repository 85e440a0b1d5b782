using PixelLab.Core.Languages;

namespace PixelLab.Web.Addressing;

/// <summary>What requests are told that reach no site, or nothing that is theirs. It is in English alone.</summary>
internal static class AddressingText
{
    /// <summary>The words, by their names in <c>AddressingText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(AddressingText))];
}
