import Testing

@testable import Site

@Test(arguments: [
  ("请回电13800138000,谢谢", "请回电138****8000,谢谢"),
  ("+86 138-0013-8000", "+86 138****8000"),
  ("008613800138000", "0086138****8000"),
  ("8613800138000", "86138****8000"),
  ("１３８００１３８０００", "１３８****８０００"),
  ("138\u{200B}0013\u{200B}8000", "138****8000"),
  ("138 0013 8000。", "138****8000。"),
  ("批号A13800138000", "批号A13800138000"),
  ("13800138000B", "13800138000B"),
  ("12800138000", "12800138000"),
  ("138001380001", "138001380001"),
  ("2026-10-12 13912345678", "2026-10-12 139****5678"),
  ("0755-88881234", "**********34"),
  ("请拨（0755）8888 1234。", "请拨**********34。"),
  ("(010) 8888-1234", "*********34"),
  ("（０７５５）８８８８１２３４", "**********３４"),
  ("（0755）88", "（0755）88"),
  ("（2026）12345678 号", "（2026）12345678 号"),
  ("抽检 1140 片,不良 11 片", "抽检 1140 片,不良 11 片"),
  ("li.ming@example.cn 收", "l***@example.cn 收"),
  ("@所有人", "@所有人"),
])
func runningTextHidesWaysToReachPeople(text: String, shown: String) {
  #expect(Masking().text(text) == shown)
}

@Test(arguments: [
  ("广东省深圳市南山区科苑路 1 号", "广东省深圳市***"), ("北京市海淀区", "北京市***"), ("新疆维吾尔自治区某县", "新疆维吾尔自治区***"),
  ("12 High Street", "***"),
])
func anAddressKeepsProvinceAndCity(text: String, shown: String) {
  #expect(Masking.address(text) == shown)
}

@Test func theCasesOwnContactIsHiddenInItsNarrative() {
  let masking = Masking(addresses: ["广东省深圳市南山区科苑路 1 号"], units: ["3-1202"])
  #expect(masking.text("住户 3-1202,广东省深圳市南山区科苑路 1 号") == "住户 ***,广东省深圳市***")
}

/// Contract 5: a number that touches an ASCII letter or digit is no telephone number, the customer's own neither.
@Test(arguments: [
  ("2026-03-12 报修，3-1 房", "2026-03-12 报修，*** 房"), ("13-12", "13-12"), ("3-1。3-1", "***。***"),
  ("批号A13800138000", "批号A13800138000"), ("电13800138000话", "电138****8000话"),
])
func aPartOfALongerWordIsNotTheCustomersOwn(text: String, shown: String) {
  #expect(Masking(phones: ["13800138000"], units: ["3-1"]).text(text) == shown)
}

@Test(arguments: [("88881234", "******34"), ("13800138000", "138****8000"), ("+1 (555) 010-7788", "+* (***) ***-**88")])
func aTelephoneFieldKeepsLittle(text: String, shown: String) {
  #expect(Masking.phone(text) == shown)
}
