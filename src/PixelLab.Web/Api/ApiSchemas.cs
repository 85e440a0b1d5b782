using System.Text.Json.Serialization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PixelLab.Core.Events;

namespace PixelLab.Web.Api;

/// <summary>
/// Lets the schemas say what is really on the wire, so that types made from them need no doubt: a number is a number, what has no value is left
/// out, all else is there, and which of several forms something has stands in it.
/// </summary>
internal static class ApiSchemas
{
    /// <summary>Where a schema bears for itself that its null is written. It is not part of the description.</summary>
    private const string WritesNull = "writes-null";

    private const JsonSchemaType Numbers = JsonSchemaType.Integer | JsonSchemaType.Number;

    /// <summary>A type's schema, or a member's.</summary>
    public static Task OfType(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        if (context.JsonTypeInfo.Type == typeof(Cursor) || schema.Enum is not null)
        {
            schema.Type = JsonSchemaType.String;
        }
        else if (schema.Type is { } type && (type & Numbers) != 0 && type.HasFlag(JsonSchemaType.String))
        {
            // One that stands as a text is read too, and nobody needs to know.
            schema.Type = type & ~JsonSchemaType.String;
            schema.Pattern = null;
        }

        if (context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), false) is [JsonIgnoreAttribute { Condition: JsonIgnoreCondition.Never }])
        {
            schema.Metadata ??= new Dictionary<string, object>();
            schema.Metadata[WritesNull] = true;
        }

        return Task.CompletedTask;
    }

    /// <summary>All schemas together, once there are all of them.</summary>
    public static void SayWhatIsWritten(OpenApiDocument document)
    {
        var schemas = document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>();
        var sent = new HashSet<string>();
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>()))
        {
            foreach (var content in operation.RequestBody?.Content?.Values ?? [])
            {
                Reach(content.Schema, schemas, sent);
            }
        }

        foreach (var (name, schema) in schemas.Select(pair => (pair.Key, pair.Value as OpenApiSchema)))
        {
            if (schema is null)
            {
                continue;
            }

            if (schema.Discriminator?.PropertyName is { } discriminator)
            {
                (schema.OneOf, schema.AnyOf, schema.Type, schema.Required) = (schema.AnyOf, null, null, null);
                foreach (var form in schema.OneOf!.OfType<OpenApiSchemaReference>().Select(form => schemas[form.Reference.Id!]).OfType<OpenApiSchema>())
                {
                    form.Type = JsonSchemaType.Object;
                    form.Required = new HashSet<string>(form.Required ?? new HashSet<string>()) { discriminator };
                }
            }

            SayWhatIsThere(schema, document, isSent: sent.Contains(name));
        }
    }

    private static void SayWhatIsThere(OpenApiSchema schema, OpenApiDocument document, bool isSent)
    {
        var required = new HashSet<string>(schema.Required ?? new HashSet<string>());
        foreach (var (name, member) in (schema.Properties ?? new Dictionary<string, IOpenApiSchema>()).ToArray())
        {
            if (member is OpenApiSchema { Metadata: { } marks } && marks.ContainsKey(WritesNull))
            {
                required.Add(name);
            }
            else if (WithoutNull(member, document) is { } valued)
            {
                schema.Properties![name] = valued;
                required.Remove(name);
            }
            else if (!isSent)
            {
                required.Add(name);
            }
        }

        schema.Required = required.Count > 0 ? required : null;
    }

    /// <summary>What a member has where it is there; null where it always is.</summary>
    private static IOpenApiSchema? WithoutNull(IOpenApiSchema member, OpenApiDocument document)
    {
        if (member is not OpenApiSchema schema)
        {
            return null;
        }

        if (schema.Type is { } type && type.HasFlag(JsonSchemaType.Null))
        {
            schema.Type = type & ~JsonSchemaType.Null;
            return schema;
        }

        return (schema.OneOf ?? schema.AnyOf)?.Where(form => form.Type != JsonSchemaType.Null).ToList() is [OpenApiSchemaReference valued]
            ? new OpenApiSchemaReference(valued.Reference.Id!, document) { Description = schema.Description }
            : null;
    }

    /// <summary>Gathers the names of a schema and of all that is in it.</summary>
    private static void Reach(IOpenApiSchema? schema, IDictionary<string, IOpenApiSchema> schemas, HashSet<string> reached)
    {
        if (schema is OpenApiSchemaReference { Reference.Id: { } id })
        {
            if (reached.Add(id))
            {
                Reach(schemas[id], schemas, reached);
            }
        }
        else if (schema is not null)
        {
            foreach (var part in (schema.Properties?.Values ?? []).Concat(schema.AnyOf ?? []).Concat(schema.OneOf ?? []).Append(schema.Items).Append(schema.AdditionalProperties))
            {
                Reach(part, schemas, reached);
            }
        }
    }
}
