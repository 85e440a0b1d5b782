using PixelLab.Core.Languages;

namespace PixelLab.Web.Running;

/// <summary>What each setting is for, by its name. It is in English alone, as the README is, whose table is made of it.</summary>
internal static class SettingText
{
    /// <summary>The words, by their names in <c>SettingText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(SettingText))];
}
