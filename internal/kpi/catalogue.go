package kpi

// Catalogue lists every KPI in the order in which people read them.
var Catalogue = []*KPI{
	Receptions, Customers, Visits,
	ReplyRate, FirstResponse, FirstResponseMedian, FirstResponseP90, FirstResponseWithin, AvgResponse, AnswerRatio,
	ResolvedRate, FCR, ReturnRate, Satisfaction, RatingMean, RatedShare, ComplaintRate, TalkTime, TalkMedian,
	Conversion,
	Orders, PaidRate, Sales, OrderValue, SalesShare, RefundRate,
	Matters, AttemptsPerMatter, ReachedRate, MattersSolved,
	Reviews, ReviewSolved, ContactLag, Compensation,
	Requests, ApprovedRate, Requested, ApprovedAmount,
	QualityScore, ProblemRate, PassRate, ExamScore,
}
