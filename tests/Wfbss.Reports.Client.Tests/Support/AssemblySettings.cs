using FsCheck.Xunit;
using Wfbss.Reports.Client.Tests.Support;

[assembly: Properties(Arbitrary = [typeof(Generators)])]
