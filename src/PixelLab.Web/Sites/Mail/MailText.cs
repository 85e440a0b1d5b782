using PixelLab.Core.Languages;

namespace PixelLab.Web.Sites.Mail;

/// <summary>The words of the webmail’s pages, and those around the text of a message. They are in English alone.</summary>
internal static class MailText
{
    /// <summary>The words, by their names in <c>MailText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(MailText))];
}
