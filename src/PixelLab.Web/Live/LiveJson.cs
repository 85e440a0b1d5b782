using System.Text.Json;
using System.Text.Json.Serialization;
using PixelLab.Core.Events;

namespace PixelLab.Web.Live;

/// <summary>How everything on the wire is written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EventView))]
[JsonSerializable(typeof(EventPage))]
[JsonSerializable(typeof(StoreView))]
[JsonSerializable(typeof(SeatMade))]
[JsonSerializable(typeof(MissingReport))]
[JsonSerializable(typeof(CookieJarView))]
[JsonSerializable(typeof(ClearingWanted))]
[JsonSerializable(typeof(Clearing))]
[JsonSerializable(typeof(Cursor))]
[JsonSerializable(typeof(string))]
public sealed partial class LiveJson : JsonSerializerContext;
