using DepGraph.Analyzers.Closures;
using DepGraph.Analyzers.CodeFixes.Closures;
using DepGraph.Analyzers.Tests.Harness;

namespace DepGraph.Analyzers.Tests.Closures;

public class FixedText
{
    [Fact]
    public Task Copy_stands_right_before_the_statement() => Becomes("""
                for (int i = 0; i < 3; i++)
                {
                    Use(i);
                    actions.Add(() => Use(i));
                }
        """, """
                for (int i = 0; i < 3; i++)
                {
                    Use(i);
                    var index = i;
                    actions.Add(() => Use(index));
                }
        """);

    [Fact]
    public Task Braces_are_added_where_there_were_none() => Becomes("""
                for (int i = 0; i < 3; i++)
                    actions.Add(() => Use(i));
        """, """
                for (int i = 0; i < 3; i++)
                {
                    var index = i;
                    actions.Add(() => Use(index));
                }
        """);

    [Fact]
    public Task Comments_stay_with_the_statement_and_blank_lines_above_the_copy() => Becomes("""
                for (var node = first; node != null; node = node.Next)
                {
                    Use(1);

                    // Shows the node later.
                    actions.Add(() => Use(node)); // not now
                }
        """, """
                for (var node = first; node != null; node = node.Next)
                {
                    Use(1);

                    var currentNode = node;
                    // Shows the node later.
                    actions.Add(() => Use(currentNode)); // not now
                }
        """);

    [Fact]
    public Task Taken_name_gets_a_number() => Becomes("""
                int index = 0;
                for (int i = 0; i < 3; i++)
                {
                    actions.Add(() => Use(i + index));
                }
        """, """
                int index = 0;
                for (int i = 0; i < 3; i++)
                {
                    var index2 = i;
                    actions.Add(() => Use(index2 + index));
                }
        """);

    [Fact]
    public Task Several_closures_share_one_copy() => Becomes("""
                for (int i = 0; i < 3; i++)
                {
                    actions.Add(() => Use(i));
                    actions.Add(() => Use(-i));
                }
        """, """
                for (int i = 0; i < 3; i++)
                {
                    var index = i;
                    actions.Add(() => Use(index));
                    actions.Add(() => Use(-index));
                }
        """);

    private static async Task Becomes(string before, string after)
    {
        var changed = (await FixRun<LoopClosureAnalyzer, LoopCopyFix>.FixAll(Class(before))).ShouldNotBeNull();
        changed.Text.ReplaceLineEndings().ShouldBe(Class(after).ReplaceLineEndings());
    }

    private static string Class(string statements) => $$"""
        class Shown
        {
            void Show(List<Action> actions, LinkedListNode<int> first)
            {
        {{statements}}
            }

            static void Use(object value) { }
        }
        """;
}
