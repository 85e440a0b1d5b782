using PixelLab.Core.Languages;

namespace PixelLab.Web.Storage.Redis;

/// <summary>Why the lab cannot keep its events on the server that it is told to. It is in English alone.</summary>
internal static class RedisText
{
    /// <summary>The words, by their names in <c>RedisText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(RedisText))];
}
