package derive

import "tallyboard/internal/logkind"

// Roles of derived columns.
const (
	VisitStart    logkind.Role = "visit_start"     // the row begins a visit
	VisitNumber   logkind.Role = "visit_number"    // the customer's how-manieth visit, from 1
	Gap           logkind.Role = "gap"             // since the customer's contact before
	DayContacts   logkind.Role = "day_contacts"    // the customer's contacts on that day
	DayBefore     logkind.Role = "day_before"      // the customer's contacts on the day before
	FirstContact  logkind.Role = "first_contact"   // the first contact on a matter
	Returned      logkind.Role = "returned"        // the customer came back on the matter within D days
	SolvedFirst   logkind.Role = "solved_first"    // of first contacts: solved, and no return
	Burst         logkind.Role = "burst"           // the customer's contacts in the W minutes up to this one
	FirstUrge     logkind.Role = "first_urge"      // from the customer's order to the first of those contacts
	Attempt       logkind.Role = "attempt"         // the how-manieth attempt at the matter, from 1
	MatterSolved  logkind.Role = "matter_solved"   // on a matter's first attempt: whether it was solved in the end
	ContactLag    logkind.Role = "contact_lag"     // from the review to the first contact
	IsPaid        logkind.Role = "is_paid"         // the order was paid
	IsRefunded    logkind.Role = "is_refunded"     // part of the order was paid back
	IsCancelled   logkind.Role = "is_cancelled"    // the order was called off
	IsDone        logkind.Role = "is_done"         // the order came to its end
	SinceOrder    logkind.Role = "since_order"     // from the customer's order before to this contact
	OrderedAfter  logkind.Role = "ordered_after"   // the customer ordered within D days after the contact
	PaidAfter     logkind.Role = "paid_after"      // … and paid
	RegionServed  logkind.Role = "region_served"   // the contact's region has orders
	CustomerPaid  logkind.Role = "customer_paid"   // what the contact's customer has paid in all
	AskedBefore   logkind.Role = "asked_before"    // the order follows a contact of its customer
	CreditAgent   logkind.Role = "credit_agent"    // the agent whom the order is credited to
	OrderContacts logkind.Role = "order_contacts"  // contacts that an order caused
	OrderUrged    logkind.Role = "order_urged"     // from the order to the first contact about it
	MatterTries   logkind.Role = "matter_attempts" // on a matter's first attempt: how many there were in all
)

// Catalogue lists every derived column, in the order in which they are made:
// later ones may use earlier ones.
var Catalogue = []Derived{
	shop,
	visitStart, visitNumber, gap, dayContacts, dayBefore,
	firstContact, returned, solvedFirst, burst,
	attempt, matterTries, matterSolved,
	contactLag,
	isPaid, isRefunded, isCancelled, isDone,
	sinceOrder, firstUrge, orderedAfter, paidAfter, regionServed, customerPaid,
	askedBefore, creditAgent, orderContacts, orderUrged,
	weighted(logkind.FirstResponse), weighted(logkind.AvgResponse), weighted(logkind.Duration), weighted(logkind.AnswerRatio), weighted(logkind.ReplyRate),
	weighted(logkind.Satisfaction), weighted(logkind.SatisfactionRate), weighted(logkind.ResolutionRate), weighted(logkind.Conversion), weighted(logkind.RefundRate),
}
