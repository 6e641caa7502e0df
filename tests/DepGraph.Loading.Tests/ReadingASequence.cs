using System.Text;

namespace DepGraph.Loading.Tests;

public class ReadingASequence
{
    private static readonly string Good = SequenceText.Of([["System.Runtime"], ["Shop.Core", "Shop.Data"], ["Shop"]], "Plugin");

    [Fact]
    public void Gives_the_steps_their_costs_and_the_time_to_ready()
    {
        var sequence = SequenceText.Read(Good);

        sequence.Problem.ShouldBeNull();
        sequence.App.ShouldBe("Shop");
        sequence.ReadyMs.ShouldBe(50);
        sequence.Steps.Select(step => step.Name).ShouldBe(["System.Runtime", "Shop.Core", "Shop"]);
        sequence.Steps[1].Members.ShouldBe(["Shop.Core", "Shop.Data"]);
        sequence.Steps[1].CostMs.ShouldBe(5);
        sequence.Steps[1].LoadMs.ShouldBe(2);
    }

    [Fact]
    public void Passes_over_fields_it_does_not_know() =>
        SequenceText.Read(Good.Replace("\"app\":", "\"new\":{\"a\":[1,null,true]},\"app\":")).Problem.ShouldBeNull();

    [Fact]
    public void Of_a_truncated_file_is_indeterminate_wherever_it_is_cut()
    {
        for (var length = 0; length < Good.Length; length++)
            SequenceText.Read(Good[..length]).Problem.ShouldNotBeNull($"cut after {length}");
    }

    [Theory]
    [InlineData("[]", "not an object")]
    [InlineData("{}", "'format' is missing")]
    [InlineData("""{"format":"something.else","version":1}""", "not a load sequence")]
    [InlineData("""{"format":"depgraph.loadsequence"}""", "'version' is missing")]
    [InlineData("""{"format":"depgraph.loadsequence","version":"1"}""", "no version")]
    [InlineData("""{"format":"depgraph.loadsequence","version":0}""", "has version 0")]
    [InlineData("""{"format":"depgraph.loadsequence","version":2}""", "has version 2")]
    [InlineData("""{"format":"depgraph.loadsequence","version":1,"notByName":[],"sequence":[]}""", "no steps")]
    public void Of_another_schema_or_version_says_so(string text, string reason) =>
        SequenceText.Read(text).Problem.ShouldNotBeNull().ShouldContain(reason);

    [Theory]
    [InlineData("\"readyMs\":50", "\"readyMs\":-1")]
    [InlineData("\"readyMs\":50", "\"readyMs\":1e999")]
    [InlineData("\"readyMs\":50", "\"readyMs\":\"50\"")]
    [InlineData("\"loadMs\":2", "\"loadMs\":null")]
    [InlineData("\"atMs\":20", "\"atMs\":{}")]
    [InlineData("\"members\":[\"Shop\"]", "\"members\":[]")]
    [InlineData("\"members\":[\"Shop\"]", "\"members\":[\"\"]")]
    [InlineData("\"members\":[\"Shop\"]", "\"members\":[\"\\u001b[2JShop\"]")]
    [InlineData("\"members\":[\"Shop\"]", "\"members\":[\"Sh\\u0000op\"]")]
    [InlineData("\"app\":\"Shop\"", "\"app\":\"Shop\",\"app\":\"Shop\"")]
    public void With_a_damaged_value_is_indeterminate(string good, string bad)
    {
        Good.ShouldContain(good);
        SequenceText.Read(Good.Replace(good, bad)).Problem.ShouldNotBeNull().ShouldContain("damaged");
    }

    [Fact]
    public void Of_a_huge_file_gives_up_early()
    {
        using var endless = new EndlessStream();
        LoadSequence.Read(endless).Problem.ShouldNotBeNull().ShouldContain("larger than");
        endless.BytesRead.ShouldBeLessThan(20_000_000);
    }

    [Fact]
    public void Of_deeply_nested_lists_ends_without_a_stack_overflow() =>
        SequenceText.Read(new string('[', 1_000_000)).Problem.ShouldNotBeNull();

    [Fact]
    public void With_a_name_without_end_is_indeterminate() =>
        SequenceText.Read(SequenceText.Of(new string('x', 100_000))).Problem.ShouldNotBeNull();

    [Fact]
    public void Of_bytes_that_are_not_UTF8_is_indeterminate()
    {
        var bytes = Encoding.UTF8.GetBytes(Good);
        bytes[^20] = 0xFF;
        LoadSequence.Read(new MemoryStream(bytes)).Problem.ShouldNotBeNull();
    }

    [Fact]
    public void From_a_stream_that_fails_is_indeterminate_with_its_reason() =>
        LoadSequence.Read(new FailingStream()).Problem.ShouldNotBeNull().ShouldContain("the disk is gone");

    [Fact]
    public void Survives_every_damaged_byte()
    {
        var bytes = Encoding.UTF8.GetBytes(Good);
        for (var i = 0; i < bytes.Length; i++)
        {
            foreach (byte damage in (byte[])[0, (byte)'"', (byte)'}', 0xFF])
            {
                var damaged = (byte[])bytes.Clone();
                damaged[i] = damage;
                var sequence = LoadSequence.Read(new MemoryStream(damaged));
                (sequence.Problem != null || sequence.Steps.Count > 0).ShouldBeTrue();
            }
        }
    }

    private sealed class EndlessStream : MemoryStream
    {
        public long BytesRead { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Array.Fill(buffer, (byte)' ', offset, count);
            BytesRead += count;
            return count;
        }
    }

    private sealed class FailingStream : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("the disk is gone");
    }
}
