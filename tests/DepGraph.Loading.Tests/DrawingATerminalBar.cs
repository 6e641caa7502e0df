namespace DepGraph.Loading.Tests;

public class DrawingATerminalBar
{
    private readonly StringWriter _output = new() { NewLine = "\n" };

    [Fact]
    public void Keeps_to_one_line_and_leaves_nothing_behind()
    {
        var bar = new TerminalBar(_output, isTerminal: true);

        bar.Report(new LoadProgress(0.5, 1, 2, "System.Text.Json"));
        bar.Report(new LoadProgress(1, 2, 2, ""));

        _output.ToString().ShouldBe("\r[###############...............] 50 % System.Text.Json\u001b[K" + "\r\u001b[K");
    }

    [Fact]
    public void Writes_a_plain_line_for_each_quarter_where_the_output_is_redirected()
    {
        var bar = new TerminalBar(_output, isTerminal: false);

        for (var i = 0; i <= 10; i++)
            bar.Report(new LoadProgress(i / 10.0, i, 10, i == 10 ? "" : $"Step{i}"));

        _output.ToString().ShouldBe("Loading 30 % Step3\nLoading 50 % Step5\nLoading 80 % Step8\nLoading 100 %\n");
    }

    [Fact]
    public void Writes_no_numbers_while_nothing_is_known()
    {
        new TerminalBar(_output, isTerminal: true).Report(new LoadProgress(0, 0, 0, ""));
        _output.ToString().ShouldContain("] loading");
    }
}
