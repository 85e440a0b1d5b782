using System.Text.Json;
using System.Text.Json.Serialization;

namespace PixelLab.Web.Languages;

/// <summary>How words are read from files and written into pages.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
public sealed partial class LanguageJson : JsonSerializerContext;
