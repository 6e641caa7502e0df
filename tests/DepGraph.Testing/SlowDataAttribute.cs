using System.Reflection;
using Xunit.Sdk;

namespace DepGraph.Testing;

/// <summary>A row of a theory that takes long: skipped as a <see cref="SlowFactAttribute"/> is, while the theory's other rows run.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class SlowDataAttribute : DataAttribute
{
    private readonly object?[] _row;

    /// <param name="why">What takes so long, and how long.</param>
    /// <param name="row">The arguments, as for <see cref="InlineDataAttribute"/>.</param>
    public SlowDataAttribute(string why, params object?[] row)
    {
        _row = row;
        Skip = SlowFactAttribute.Reason(why);
    }

    public override IEnumerable<object?[]> GetData(MethodInfo testMethod) => [_row];
}
