namespace Wfbss.Reports.Overview;

/// <summary>A customer of the overview.</summary>
/// <param name="CustomerId">The id in upper case, or what was given if it is no id.</param>
/// <param name="Name">The name; the id where no name is known.</param>
/// <param name="TimeZone">The time zone, as the service writes it.</param>
/// <param name="Failure">Why its reports could not be read; <see langword="null"/> if they could.</param>
/// <param name="WasAsked">Whether its reports were asked for; otherwise only a result names it.</param>
public sealed record OverviewCustomer(string CustomerId, string Name, string? TimeZone, string? Failure, bool WasAsked);
