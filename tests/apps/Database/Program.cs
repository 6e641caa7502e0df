// A web app whose startup reads a SQLite database; with the argument "hash" it hashes what it read, for which .NET on Linux takes OpenSSL.
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

var greeting = Greeting();
if (args.Contains("hash"))
    greeting = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(greeting)));
var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => greeting);
app.Run();

static string Greeting()
{
    using var connection = new SqliteConnection("Data Source=:memory:");
    connection.Open();
    using var command = connection.CreateCommand();
    command.CommandText = "select 'hello'";
    return (string)command.ExecuteScalar()!;
}
