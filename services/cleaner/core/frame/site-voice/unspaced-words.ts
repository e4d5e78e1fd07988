import { UNSPACED } from '../../wording/word-features.ts';
import { SITE_WORDS } from './site-words.ts';

/**
 * The same kinds in scripts without blanks, where a word is looked for in mid-run: Chinese in both scripts, then Japanese. Words of one
 * character would stand in too many others.
 */
const WORDS: Partial<Record<keyof typeof SITE_WORDS, string>> = {
  newsletter: `电子报 電子報 简报 簡報 早报 日报邮件 邮件列表 周报 通讯 邮箱 信箱 郵箱 收件箱 メルマガ メールマガジン ニュースレター メール配信 受信箱 配信登録`,
  network: `微信 微博 公众号 公眾號 抖音 快手 头条号 小红书 知乎 哔哩 视频号 视频号 臉書 脸书 推特 电报频道 粉絲專頁 粉丝专页 社交媒体 社群 播客 二维码 扫码 掃描 扫一扫 フェイスブック ツイッター ライン インスタ ユーチューブ 公式アカウント 公式チャンネル ポッドキャスト 友だち追加 QRコード ＳＮＳ`,
  app: `客户端 客戶端 应用商店 手机应用 下载 下載 安装 安裝 アプリ ダウンロード インストール`,
  alert: `推送 提醒 通知 快讯 快訊 プッシュ通知 通知 速報 アラート`,
  subscribe: `订阅 訂閱 注册 註冊 会员 會員 加入我们 退订 登录 登入 关注我们 关注本 追蹤 购読 購読 会員登録 無料登録 登録 ご加入 解約 退会 入会 ログイン`,
  follow: `阅读 閱讀 浏览 瀏覽 读者 讀者 收听 收聽 观看 觀看 点击 點擊 ご覧 お読み 読者 閲覧 聴く 視聴 再生 クリック`,
  contact: `来信 來信 致电 拨打 撥打 联系我们 聯絡我們 告诉我们 告訴我們 投稿 爆料 线索 線索 来稿 发送邮件 热线 熱線 お寄せください お知らせください ご連絡 お問い合わせ 情報提供 投稿 ご一報 お送りください 募集しています`,
  comment: `评论 評論 留言 发言 跟帖 讨论区 コメント 投稿欄 書き込み 書き込む`,
  share: `分享 转发 轉發 点赞 點讚 收藏 转给 朋友圈 シェア 拡散 共有 いいね リツイート`,
  error: `更正 勘误 勘誤 纠错 错误 錯誤 有误 有誤 不实 訂正 誤り 誤字 間違い お詫び 修正しました`,
  donate: `捐款 捐助 赞助 贊助 支持我们 支持本 打赏 独立新闻 獨立 寄付 ご支援 応援 カンパ 支える 独立した`,
  price: `免费 免費 每月 首月 元起 试用 試用 优惠 無料 月額 初月 円で お試し 割引`,
  privacy: `隐私 隱私 个人信息 個人資料 浏览器 瀏覽器 设备 同意我们 缓存 广告拦截 プライバシー 個人情報 クッキー ブラウザ 端末 同意したもの 広告ブロック 設定`,
  advertising: `广告 廣告 推广 推廣 赞助内容 佣金 商业合作 軟文 広告 スポンサー 提供 タイアップ アフィリエイト 紹介料 ＰＲ`,
  rights: `转载 轉載 版权 版權 著作权 著作權 侵权 侵權 摘编 镜像 复制 複製 引用 翻印 转贴 版权所有 無断転載 転載 複製 著作権 引用 二次利用 転用 無断`,
  permission: `授权 授權 许可 許可 禁止 不得 严禁 书面 經同意 允许 须经 請註明 请注明 注明出处 追究 禁じ 許諾 許可 承諾 お断り 認めません 固く`,
  opinion: `观点 觀點 立场 立場 仅代表 不代表 個人意見 个人意见 見解 意見 立場 個人の 筆者 反映するもの`,
  liability: `负责 負責 责任 責任 建议 不构成 不構成 保证 核实 风险自负 谨慎 責任を負 保証 助言 自己責任 一切`,
  machine: `自动生成 自動生成 机器翻译 機器翻譯 人工智能 翻译 翻譯 编译 自動翻訳 機械翻訳 ＡＩ 翻訳 自動的 生成されました`,
  rate: `打分 评分 評分 投票 问卷 問卷 有帮助 調查 アンケート 評価 投票 役に立ち 星を`,
  more: `延伸阅读 延伸閱讀 相关阅读 相关新闻 相關新聞 相关报道 更多新闻 更多精彩 更多内容 查看更多 猜你喜欢 推荐阅读 点击进入 首页 阅读原文 あわせて読 関連記事 関連ニュース こちらもおすすめ もっと見る 続きを読 続きは 一覧 トップページ`,
  here: `本网 本網 本站 本报 本報 本页 本頁 本文 此文 本刊 本平台 本栏目 下方 上方 当サイト 本サイト 当ページ このページ この記事 本記事 本稿 当社 弊社 本紙 当欄 下記 こちら 以下`,
  us: `我们 我們 小编 小編 编辑部 編輯部 编者 編者 本网站 本台 編集部 私たち 取材班 社会部 当編集`,
  you: `您 你的 你们 你們 大家 各位 诸位 网友 網友 看官 あなた 皆さま 皆様 読者の ご利用 お客様 の方は ください くださいませ`,
  told: `表示 指出 宣布 称 说道 透露 警方 法院 政府 部长 局长 市长 他说 她说 当天 据悉 记者从 と述べた と話した と語った 明らかにした 発表した によると 裁判所 警察 知事 市長 大臣 同日 としている`,
  origin: `原载 原載 首发 首發 原文 来源 來源 出处 出處 转自 轉自 摘自 经作者 經作者 原题 稿源 授权发布 初出 に掲載された 転載するもの 出典 提供元 原文は 配信元 厚意`,
  media: `视频 視頻 影片 音频 音頻 播放 收听本文 图集 圖集 直播 图片来源 摄影 攝 图为 图片 动图 動画 音声 再生 写真 撮影 映像 画像 ギャラリー 生中継`,
  stamp: `发布时间 發佈時間 更新时间 更新於 更新于 最后更新 发表于 發表於 责任编辑 責任編輯 责编 編輯 校对 记者 阅读量 更新日 公開日 最終更新 掲載日 配信日 更新 分で読 文字`,
};

interface Entry {
  text: string;
  kind: number;
}

let index: Map<string, Entry[]> | null = null;

function build(): Map<string, Entry[]> {
  const byFirst = new Map<string, Entry[]>();
  Object.keys(SITE_WORDS).forEach((name, kind) => {
    for (const text of (WORDS[name as keyof typeof SITE_WORDS] ?? '').split(/\s+/).filter(Boolean)) {
      const first = text[0] as string;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { text: text.normalize('NFKC').toLowerCase(), kind }]);
    }
  });
  return byFirst;
}

/** The kinds, by their place in SITE_WORDS, of which a word stands anywhere in a text in a script without blanks. */
export function kindsWithin(text: string): number[] {
  if (!UNSPACED.test(text)) return [];
  index ??= build();
  const found = new Set<number>();
  for (let at = 0; at < text.length; at += 1)
    for (const entry of index.get(text[at] as string) ?? [])
      if (!found.has(entry.kind) && text.startsWith(entry.text, at)) found.add(entry.kind);
  return [...found];
}

/** A run of one script: hiragana holds what other languages' endings and small words say; the rest are words and names. */
const RUN = /\p{sc=Hira}+|[\p{sc=Kana}ー]+|\p{sc=Han}|\p{sc=Thai}+|[^\p{sc=Hira}\p{sc=Kana}ー\p{sc=Han}\p{sc=Thai}]+/gu;

/** A token of such a script as the parts that say how it speaks: runs of hiragana, single characters of Chinese. */
export function partsOf(token: string): string[] {
  return token.match(RUN) ?? [];
}
