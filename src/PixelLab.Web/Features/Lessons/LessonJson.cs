using System.Text.Json;
using System.Text.Json.Serialization;
using PixelLab.Web.Features.Lessons.Steps;

namespace PixelLab.Web.Features.Lessons;

/// <summary>How the state of lessons is written on the wire.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LessonStateView))]
[JsonSerializable(typeof(StepNote))]
[JsonSerializable(typeof(StepView))]
public sealed partial class LessonJson : JsonSerializerContext;
