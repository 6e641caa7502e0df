using System.Runtime.Serialization.Json;
using System.Xml;

namespace DepGraph.Bench.SequenceReader;

/// <summary>The same objects by the reader .NET Standard 2.0 has: JSON told as XML.</summary>
internal static class WithReaderFactory
{
    public static object? Parse(byte[] json)
    {
        using var reader = JsonReaderWriterFactory.CreateJsonReader(json, new XmlDictionaryReaderQuotas { MaxDepth = 16, MaxStringContentLength = 1024 });
        reader.MoveToContent();
        return Value(reader);
    }

    private static object? Value(XmlReader reader)
    {
        switch (reader.GetAttribute("type"))
        {
            case "object":
                var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
                foreach (var _ in Children(reader))
                    fields.Add(reader.GetAttribute("item") ?? reader.LocalName, Value(reader));
                return fields;
            case "array":
                var items = new List<object?>();
                foreach (var _ in Children(reader))
                    items.Add(Value(reader));
                return items;
            case "number": return reader.ReadElementContentAsDouble();
            case "boolean": return reader.ReadElementContentAsBoolean();
            case "null":
                reader.Skip();
                return null;
            default: return reader.ReadElementContentAsString();
        }
    }

    // Stands on each child in turn, which whoever asks reads; at the end behind the element.
    private static IEnumerable<bool> Children(XmlReader reader)
    {
        var isEmpty = reader.IsEmptyElement;
        reader.Read();
        if (isEmpty)
            yield break;
        while (reader.MoveToContent() == XmlNodeType.Element)
            yield return true;
        reader.ReadEndElement();
    }
}
