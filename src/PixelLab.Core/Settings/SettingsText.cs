using PixelLab.Core.Languages;

namespace PixelLab.Web.Classroom;

/// <summary>The switches of a room and what they can be turned to, as its students read them.</summary>
public static class RoomSwitchText
{
    /// <summary>The file that they are in.</summary>
    public static WordFile Words { get; } = new(typeof(RoomSwitchText));
}
