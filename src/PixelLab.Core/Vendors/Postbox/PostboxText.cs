using PixelLab.Core.Languages;

namespace PixelLab.Core.Vendors.Postbox;

/// <summary>What the email service’s paths tell.</summary>
public static class PostboxText
{
    /// <summary>The file that they are in.</summary>
    public static WordFile Words { get; } = new(typeof(PostboxText));
}
