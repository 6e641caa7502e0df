using DepGraph.Recording.Tracing;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Recording.Tracing;

/// <summary>The ids of activities come again: once an EventSource has begun one (ASP.NET Core's hosting does), every request in it has the same.</summary>
/// <seealso cref="StartupTrace"/>
public class RequestsOfOneActivity
{
    private static readonly Guid One = new("00c0951c-0000-0000-0000-000000000001"), Host = new("00c0951c-0000-0000-0000-000000000002");
    private readonly StartupTrace _trace = new();

    [Fact]
    public void Are_all_kept_each_with_its_own_end()
    {
        Begin("A", One, Host, at: 1);
        End("A", One, at: 2);
        Begin("B", One, Host, at: 3);
        End("B", One, at: 4);

        _trace.Binds.Select(b => (b.Name, b.Start, b.End, b.ResultName)).ShouldBe([("A", 1, 2, "A"), ("B", 3, 4, "B")]);
        _trace.Binds.ShouldAllBe(b => b.Outer == null);
    }

    [Fact]
    public void Are_nested_in_the_one_that_is_open()
    {
        Begin("A", One, Host, at: 1);
        End("A", One, at: 2);
        Begin("Late", Host, One, at: 3);
        End("Late", Host, at: 4);
        Begin("B", One, Host, at: 5);
        Begin("C", Host, One, at: 6);
        Begin("D", new Guid("00c0951c-0000-0000-0000-000000000003"), One, at: 7, thread: 2);

        _trace.Binds.Select(b => (b.Name, b.Outer?.Name)).ShouldBe([("A", null), ("Late", null), ("B", null), ("C", "B"), ("D", null)]);
    }

    private void Begin(string name, Guid activity, Guid outer, long at, long thread = 1) =>
        Handle(RuntimeEvents.BindStart, at, thread, activity, outer, new EventBytes().Int16(0).Text(name, "", "App", "Default", "Default"));

    private void End(string name, Guid activity, long at) =>
        Handle(RuntimeEvents.BindStop, at, 1, activity, default, new EventBytes().Int16(0).Text(name, "", "App", "Default", "Default").Int32(1).Text(name, ""));

    private void Handle(int id, long at, long thread, Guid activity, Guid outer, EventBytes payload) =>
        _trace.Handle(new TraceEvent(new EventKind(RuntimeEvents.Runtime, id, "", 0), at, thread, [], activity, outer, payload.ToArray()));
}
