using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DepGraph.Reports.Page;

/// <summary>
/// The page's modules as one script, as a browser runs no modules from disk: each becomes a function with names of its own, behind those it imports. It knows
/// two forms, <c>import { a, b } from "./x.js";</c> and <c>export</c> before <c>function</c> or before <c>const</c> with one name, each on a line of its own.
/// </summary>
internal static partial class PageScript
{
    /// <param name="entry">The module that imports all others.</param>
    /// <param name="read">The source of a module by its name.</param>
    /// <exception cref="InvalidOperationException">Modules import each other, or what is not exported; or an import or export has another form.</exception>
    public static string Of(string entry, Func<string, string> read)
    {
        var script = new StringBuilder("(() => {\n\"use strict\";\n");
        var exports = new Dictionary<string, string[]>();
        var open = new Stack<string>();
        Add(entry);
        return script.Append("})();").ToString();

        void Add(string module)
        {
            if (exports.ContainsKey(module))
                return;
            if (open.Contains(module))
                throw new InvalidOperationException($"Modules import each other: {string.Join(" <- ", open.Prepend(module))}.");
            open.Push(module);
            var source = read(module);
            foreach (Match import in Import().Matches(source))
            {
                var from = import.Groups["module"].Value;
                Add(from);
                var lacking = import.Groups["names"].Value.Split(", ").Except(exports[from]).FirstOrDefault();
                if (lacking is not null)
                    throw new InvalidOperationException($"{module} imports {lacking}, which {from} does not export.");
            }

            exports[open.Pop()] = Export().Matches(source).Select(export => export.Groups["name"].Value).ToArray();
            var body = Import().Replace(source, import => $"const {{ {import.Groups["names"]} }} = {ScopeOf(import.Groups["module"].Value)};");
            body = Export().Replace(body, "${declaration}");
            if (OtherForm().Match(body) is { Success: true } other)
                throw new InvalidOperationException($"{module}: \"{other.Value}\" is no import or export the page can have.");
            script.Append(CultureInfo.InvariantCulture,
                $"const {ScopeOf(module)} = (() => {{\n{body}return {{ {string.Join(", ", exports[module])} }};\n}})();\n");
        }
    }

    private static string ScopeOf(string module) => module.Replace('-', '_').Replace('.', '_');

    [GeneratedRegex("""^import \{ (?<names>[\w, ]+) \} from "\./(?<module>[\w.-]+)";$""", RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex("""^export (?<declaration>(const|function|async function) (?<name>\w+)\b)""", RegexOptions.Multiline)]
    private static partial Regex Export();

    [GeneratedRegex("^(import|export)\\b.*", RegexOptions.Multiline)]
    private static partial Regex OtherForm();
}
