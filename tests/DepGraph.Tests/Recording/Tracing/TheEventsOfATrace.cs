using DepGraph.Recording.Tracing;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Recording.Tracing;

/// <seealso cref="NettraceReader"/>
public class TheEventsOfATrace
{
    [Fact]
    public void Come_with_their_kind_their_time_and_their_bytes()
    {
        var (reader, events) = Read(new TraceStream().Metadata(3, "Provider", 154, "Load").Events(3, 1, 2).End());

        (reader.IsComplete, reader.EventsLost, reader.StartTicks, reader.Frequency).ShouldBe((true, 0, 1000, 1_000_000));
        events.ShouldBe([("Provider", 154, "Load", 10, 42), ("Provider", 154, "Load", 20, 42)]);
    }

    [Fact]
    public void Are_counted_as_lost_where_their_numbers_have_gaps() =>
        Read(new TraceStream().Metadata(1, "P", 1, "").Events(1, 1, 2, 5, 6).Events(1, 9).End()).Reader.EventsLost.ShouldBe(4);

    [Fact]
    public void Are_counted_as_lost_where_a_sequence_point_knows_of_more() =>
        Read(new TraceStream().Metadata(1, "P", 1, "").Events(1, 1, 2).SequencePoint(7, 5).Events(1, 6).End()).Reader.EventsLost.ShouldBe(3);

    [Fact]
    public void Are_all_there_up_to_where_the_stream_breaks_off()
    {
        var whole = new TraceStream().Metadata(1, "P", 1, "").Events(1, 1, 2, 3);
        var length = whole.BreakOff().Length;
        var more = whole.Events(1, 4, 5).BreakOff();

        for (var cut = length; cut < more.Length - 1; cut++)
        {
            var (reader, events) = Read(more[..cut]);
            reader.IsComplete.ShouldBeFalse();
            events.Count.ShouldBe(3);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("Nettrac")]
    public void Are_none_in_a_stream_that_ends_at_once(string text)
    {
        var (reader, events) = Read(System.Text.Encoding.ASCII.GetBytes(text));
        (reader.IsComplete, events.Count).ShouldBe((false, 0));
    }

    [Fact]
    public void Are_not_looked_for_in_something_else() => Should.Throw<InvalidDataException>(() => Read("<html>not a trace</html>"u8.ToArray()));

    private static (NettraceReader Reader, List<(string Provider, int Id, string Name, long Ticks, byte First)> Events) Read(byte[] bytes)
    {
        var events = new List<(string, int, string, long, byte)>();
        var reader =
            new NettraceReader(new MemoryStream(bytes),
            e => events.Add((e.Kind.Provider, e.Kind.Id, e.Kind.Name, e.Ticks, e.Payload.Span.IsEmpty ? (byte)0 : e.Payload.Span[0])));
        reader.Read();
        return (reader, events);
    }
}
