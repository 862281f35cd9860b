package logkind

// The roles of a contact log: who, when, about what, and how it went.
const (
	ID            Role = "id"       // number of the row's record: call id, conversation id, case number
	Time          Role = "time"     // when the row's event began; the row's main time
	EndTime       Role = "end_time" // when it ended
	Shop          Role = "shop"
	Agent         Role = "agent"
	Team          Role = "team"     // group that the agent belongs to
	Customer      Role = "customer" // id or name of the customer
	Phone         Role = "phone"
	Region        Role = "region"   // province, city or free address
	Category      Role = "category" // of the product or service
	Product       Role = "product"
	Channel       Role = "channel" // platform or way in
	Stage         Role = "stage"   // before, during or after the sale
	Type1         Role = "type1"   // contact type, first level
	Type2         Role = "type2"
	Type3         Role = "type3"
	Direction     Role = "direction" // incoming or outgoing
	Cause         Role = "reason"
	Matter        Role = "matter"    // number or name of the matter that several attempts belong to
	Contacted     Role = "contacted" // who was contacted: customer or field worker
	OrderID       Role = "order_id"
	OrderTime     Role = "order_time" // when the order was placed
	Worker        Role = "worker"     // field worker
	Resolved      Role = "resolved"
	Satisfaction  Role = "satisfaction"
	Duration      Role = "duration"       // of the call or conversation
	FirstResponse Role = "first_response" // time to the first answer
	AvgResponse   Role = "avg_response"   // mean time to an answer
	CustomerMsgs  Role = "customer_messages"
	AgentMsgs     Role = "agent_messages"
	Replied       Role = "replied" // whether the contact was answered
	Tool          Role = "tool"    // phone, chat, text message
	Outcome       Role = "outcome" // result of an attempt in words
	Note          Role = "note"
)

// The roles of review, approval, order, quality and training logs.
const (
	Amount      Role = "amount" // money of the order, as paid where both stand in the log
	Gross       Role = "gross"  // money of the order before it is paid, where the log has both
	Paid        Role = "paid"   // whether, or how much, was paid
	PayTime     Role = "pay_time"
	Refund      Role = "refund" // money given back
	Quantity    Role = "quantity"
	Cost        Role = "cost"      // compensation
	Requested   Role = "requested" // money asked for
	Approved    Role = "approved"  // whether, or how much, was approved
	Status      Role = "status"
	Applicant   Role = "applicant"
	Approver    Role = "approver"
	Rating      Role = "rating" // good, neutral or negative review
	ReviewTime  Role = "review_time"
	ContactTime Role = "contact_time" // first contact after the review
	Score       Role = "score"
	Problem     Role = "problem" // class of the problem found in a check
	Checker     Role = "checker"
	Course      Role = "course"
	Passed      Role = "passed"
)

// The ready-counted KPIs of a daily sheet. Shares may be written as fractions
// (0.85) or percent points (85); the column's Unit tells.
const (
	Receptions       Role = "receptions"        // conversations received
	CustomersServed  Role = "customers_served"  // different customers
	Inquiries        Role = "inquiries"         // customers who asked before buying
	Ordered          Role = "ordered"           // of those, who ordered
	Payers           Role = "payers"            // of those, who paid
	Conversion       Role = "conversion"        // payers / inquiries
	Sales            Role = "sales"             // money sold after a reception
	SalesShare       Role = "sales_share"       // of the shop's sales
	OrderValue       Role = "order_value"       // money per paying customer
	ReplyRate        Role = "reply_rate"        // replied / receptions
	FastReplyRate    Role = "fast_reply_rate"   // replied within three minutes / receptions
	AnswerRatio      Role = "answer_ratio"      // agent messages / customer messages
	SatisfactionRate Role = "satisfaction_rate" // satisfied / rated
	ResolutionRate   Role = "resolution_rate"   // resolved / contacts
	RefundRate       Role = "refund_rate"
	Complaints       Role = "complaints"
	Transfers        Role = "transfers"   // conversations handed to a colleague
	OnlineTime       Role = "online_time" // time on duty
	GoodReviews      Role = "good_reviews"
	BadReviews       Role = "bad_reviews"
)
