using static DepGraph.Analyzers.Tests.Closures.LoopSource;

namespace DepGraph.Analyzers.Tests.Closures;

public class DeferredSequences
{
    [Fact]
    public Task Filter_built_up_over_the_loop() =>
        Flagged("for (int i = 0; i < words.Length; i++) query = query.Where(text => text.Contains(words[[|i|]])); Use(query.ToList());");

    [Fact]
    public Task Filter_with_a_variable_from_outside() => Flagged("""
        IEnumerable<string> found = words;
        string word;
        int at = 0;
        while (at < 3)
        {
            word = words[at++];
            found = found.Where(text => text.Contains([|word|]));
        }
        Use(found.Count());
        """);

    [Fact]
    public Task Kept_in_a_list() => Flagged("var all = new List<IEnumerable<int>>(); for (int i = 0; i < 3; i++) all.Add(numbers.Where(n => n > [|i|]));");

    [Fact]
    public Task Kept_in_an_object() =>
        Flagged("var all = new List<object>(); for (int i = 0; i < 3; i++) all.Add(new { i, Items = numbers.Select(n => n + [|i|]) });");

    [Fact]
    public Task Query_expression_is_reported_once() => Flagged(
        "var all = new List<IEnumerable<int>>(); for (int i = 0; i < 3; i++) all.Add(from n in numbers where n > [|i|] orderby n select n + i);");

    [Fact]
    public Task Chained_operators() =>
        Flagged("var all = new List<IEnumerable<int>>(); for (int i = 0; i < 3; i++) all.Add(numbers.Where(n => n > [|i|]).OrderBy(n => n).Take(2));");

    [Fact]
    public Task Made_a_list_at_once_is_quiet() =>
        Quiet("var all = new List<List<int>>(); for (int i = 0; i < 3; i++) all.Add(numbers.Where(n => n > i).ToList());");

    [Fact]
    public Task Made_a_list_from_a_query_expression_is_quiet() =>
        Quiet("var all = new List<int[]>(); for (int i = 0; i < 3; i++) all.Add((from n in numbers where n > i select n).ToArray());");

    [Fact]
    public Task Counted_summed_or_searched_is_quiet() => Quiet("""
        for (int i = 0; i < 3; i++)
        {
            Use(numbers.Count(n => n > i) + numbers.Where(n => n > i).Sum() + numbers.First(n => n == i));
            if (numbers.Any(n => n == i) && numbers.All(n => n != i)) Use(numbers.FirstOrDefault(n => n > i));
        }
        """);

    [Fact]
    public Task Enumerated_in_place_is_quiet() => Quiet("for (int i = 0; i < 3; i++) foreach (var n in numbers.Where(n => n > i)) Use(n);");

    [Fact]
    public Task Enumerated_through_a_local_is_quiet() =>
        Quiet("for (int i = 0; i < 3; i++) { var some = numbers.Where(n => n > i); foreach (var n in some) Use(n); }");

    [Fact]
    public Task Joined_to_text_is_quiet() =>
        Quiet("for (int i = 0; i < 3; i++) Use(string.Join(\",\", numbers.Select(n => n + i)) + string.Concat(words.Where(w => w.Length > i)));");

    [Fact]
    public Task Added_element_by_element_is_quiet() =>
        Quiet("var all = new List<int>(); for (int i = 0; i < 3; i++) { all.AddRange(numbers.Where(n => n > i)); all.InsertRange(0, numbers.Select(n => " +
            "n * i)); }");

    [Fact]
    public Task Spread_is_quiet() => Quiet("int[] all = []; for (int i = 0; i < 3; i++) all = [.. all, .. numbers.Where(n => n > i)];");

    [Fact]
    public Task Copied_into_a_set_is_quiet() =>
        Quiet("var all = new List<HashSet<int>>(); for (int i = 0; i < 3; i++) all.Add(new HashSet<int>(numbers.Where(n => n > i)));");

    [Fact]
    public Task Grouped_and_made_a_dictionary_is_quiet() =>
        Quiet("var all = new List<object>(); for (int i = 0; i < 3; i++) all.Add(numbers.GroupBy(n => n % (i + 1)).ToDictionary(g => g.Key + i, g => " +
            "g.Count()));");

    [Fact]
    public Task Built_up_with_a_copy_is_quiet() =>
        Quiet("for (int i = 0; i < words.Length; i++) { var word = words[i]; query = query.Where(text => text.Contains(word)); } Use(query);");
}
