using System.Text.Json;
using System.Text.Json.Serialization;

namespace PixelLab.Web.Features.Lessons;

/// <summary>How the state of lessons is written on the wire.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LessonStateView))]
public sealed partial class LessonJson : JsonSerializerContext;
