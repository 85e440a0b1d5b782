namespace PixelLab.Web.Api;

/// <summary>What a route says of itself for the description of the API, beside its summary and its types.</summary>
public static class ApiNotes
{
    /// <summary>How the description says that a route has no errors of its own.</summary>
    public const string RefusesNothing = "It refuses nothing.";

    /// <summary>An example of what is sent to a route, as it would be read.</summary>
    public static TBuilder WithSent<TBuilder>(this TBuilder route, object example) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new ApiExample(example, IsSent: true));

    /// <summary>An example of what a route answers. Made when it is asked for, since some are folds over events.</summary>
    public static TBuilder WithAnswer<TBuilder>(this TBuilder route, Func<object> example) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new ApiExample(example, IsSent: false));

    /// <summary>The refusals that a route answers with, as problem JSON.</summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder route, params int[] statuses) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new ApiRefusals(statuses));
}

/// <summary>An example: a value, or what makes one.</summary>
internal sealed record ApiExample(object Value, bool IsSent)
{
    public object Made => Value is Func<object> make ? make() : Value;
}

/// <summary>Statuses that a route refuses with.</summary>
internal sealed record ApiRefusals(IReadOnlyList<int> Statuses);
