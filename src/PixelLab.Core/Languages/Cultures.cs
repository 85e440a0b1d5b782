using System.Globalization;

namespace PixelLab.Core.Languages;

/// <summary>Finds the culture of a language.</summary>
internal static class Cultures
{
    /// <summary>The culture of a tag (BCP 47), or null where this machine's runtime takes it for none.</summary>
    public static CultureInfo? Find(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
