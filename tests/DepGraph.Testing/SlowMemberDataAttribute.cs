using System.Reflection;

namespace DepGraph.Testing;

/// <summary>Rows of a theory that take long, from a member: skipped as a <see cref="SlowFactAttribute"/> is, while the theory's other rows run.</summary>
public sealed class SlowMemberDataAttribute : MemberDataAttributeBase
{
    /// <param name="memberName">What gives the rows, as for <see cref="MemberDataAttribute"/>.</param>
    /// <param name="why">What takes so long, and how long.</param>
    public SlowMemberDataAttribute(string memberName, string why) : base(memberName, []) => Skip = SlowFactAttribute.Reason(why);

    protected override object?[] ConvertDataItem(MethodInfo testMethod, object item) => (object?[])item;
}
