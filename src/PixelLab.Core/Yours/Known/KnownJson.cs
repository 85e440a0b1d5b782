using System.Text.Json;
using System.Text.Json.Serialization;

namespace PixelLab.Core.Yours.Known;

/// <summary>How the files of vendors are read. A name that means nothing is a mistake, and is refused.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(KnownVendor))]
[JsonSerializable(typeof(IReadOnlyList<KnownParameter>))]
internal sealed partial class KnownJson : JsonSerializerContext;
