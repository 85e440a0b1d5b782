using PixelLab.Core.Languages;

namespace PixelLab.Web.Addressing;

/// <summary>What requests are told that reach no site, or nothing that is theirs, and what the settings of addresses refuse.</summary>
internal static class AddressingText
{
    private static readonly WordFile File = new(typeof(AddressingText));

    /// <summary>The words, by their names in <c>AddressingText.resx</c>.</summary>
    public static Words Text => Language.Asked[File];
}
