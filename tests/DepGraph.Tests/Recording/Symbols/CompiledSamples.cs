using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace DepGraph.Tests.Recording.Symbols;

#pragma warning disable CA1822, CS0649 // nothing runs, so nothing is assigned
/// <summary>Code whose lines <see cref="TheLineThatNeedsAnAssembly"/> looks for: each marked with what it needs. It is compiled, not run.</summary>
internal sealed partial class CompiledSamples
{
    private static readonly XName Field = XName.Get("field"); // System.Xml.XDocument: .cctor

    private int _number;

    public string Calls(int count)
    {
        var text = count.ToString();
        if (count > 3)
        {
            text += XElement.Parse("<a/>"); // System.Xml.XDocument: Calls
        }

        return text + XElement.Parse("<b/>");
    }

    public async Task<int> Waits(int count)
    {
        await Task.Yield();
        _number += count;
        return new XElement("b").Elements().Count(); // System.Xml.XDocument: Waits
    }

    public IEnumerable<object> Iterates()
    {
        yield return 1;
        yield return new XElement("c"); // System.Xml.XDocument: Iterates
    }

    public Func<object> HasLambda()
    {
        _number++;
        return () => new XElement("d"); // System.Xml.XDocument: <HasLambda>
    }

    public int HasLocalFunction()
    {
        return Local(2);

        static int Local(int size)
        {
            var list = new List<int>(size);
            list.Add(new XText("e").Value.Length); // System.Xml.XDocument: <HasLocalFunction>
            return list.Count;
        }
    }

    public object MakesOwnType()
    {
        object first = new();
        _number += first.GetHashCode();
        return new Own("f"); // System.Xml.XDocument: MakesOwnType
    }

    public int HasOwnField()
    {
        var first = _number;
        var holder = default(Holder); // System.Net.Primitives: HasOwnField
        return first + holder.Number;
    }

    public void TakesGeneric()
    {
        _number = 3;
        _number = Unsafe.SizeOf<KeyValuePair<int, XName>>(); // System.Xml.XDocument: TakesGeneric
    }

    public int OnlyHandsOn(XElement? element)
    {
        _number = 4;
        return TakesElement(element);
    }

    public int TakesElement(XElement? element) => element is null ? 0 : 1;

    public int Registers()
    {
        var container = default(HashCode);
        container.Add<Registered>(null!);
        return container.ToHashCode();
    }

    private sealed class Own(string name) : XText(name);

    private sealed class Registered(int number)
    {
        public int Number { get; } = number;
    }

    private sealed partial class InTwoFiles
    {
        public readonly XName Here = XName.Get("here");
    }

    private struct Holder
    {
        public Cookies Cookies;

        public readonly int Number => 1;
    }

    private struct Cookies
    {
        public System.Net.HttpStatusCode Code;
    }
}
