namespace PixelLab.Web.Api;

/// <summary>What a route says of itself for the description of the API, beside its summary and its types.</summary>
public static class ApiNotes
{
    /// <summary>How a route says, as its description, that it has no errors of its own.</summary>
    public const string RefusesNothing = "It refuses nothing.";

    /// <summary>An example of what is sent to a route.</summary>
    public static TBuilder WithSent<TBuilder>(this TBuilder route, object example) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new ApiExample(() => example, IsSent: true));

    /// <summary>An example of what a route answers. Made when it is asked for, since some are folds over events.</summary>
    public static TBuilder WithAnswer<TBuilder>(this TBuilder route, Func<object> example) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new ApiExample(example, IsSent: false));

    /// <summary>A file that a route answers with.</summary>
    public static TBuilder WithFile<TBuilder>(this TBuilder route, params string[] types) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Stream), types));

    /// <summary>A header that a route asks for.</summary>
    public static TBuilder WithHeader<TBuilder>(this TBuilder route, string name, string meaning) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new ApiHeader(name, meaning));

    /// <summary>The refusals that a route answers with beside those that its type names, as problem JSON.</summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder route, params int[] statuses) where TBuilder : IEndpointConventionBuilder
    {
        foreach (var status in statuses)
        {
            route.ProducesProblem(status);
        }

        return route;
    }
}

/// <summary>An example, and whether it is sent or answered.</summary>
internal sealed record ApiExample(Func<object> Make, bool IsSent);

/// <summary>A header that is asked for.</summary>
internal sealed record ApiHeader(string Name, string Meaning);
