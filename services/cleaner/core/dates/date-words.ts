/** Words before a date that say what it is, by stem, in the languages of the labelled and expected pages. */
export const PUBLISHED_WORDS =
  /publish|posted|erstellt|veröffentlicht|publicad|publié|pubblicat|publicat|gepubliceerd|geplaatst|opublikowan|zveřejněn|publikov|objavljen|опубликован|опубліков|публик|yayın|eklenme|giriş|oluştur|نشر|منشور|انتشار|प्रकाशित|প্রকাশ|掲載|公開|发布|發布|发表|등록|입력|승인|đăng|dipublikasi|diterbitkan|terbit|julkaistu|publicerad|publisert|udgivet|offentliggjort|közzé|megjelen|δημοσ|(?<!\p{L})(?:created|creado|criado|créé|stand:)(?!\p{L})/iu;
export const UPDATED_WORDS =
  /updat|modif|aktualis|aktualiz|aggiornat|actualiz|atualiz|mis à jour|mise à jour|bijgewerkt|güncelle|обновл|оновл|измен|تحديث|بروز|به‌روز|更新|수정|cập nhật|diperbarui|päivitetty|uppdaterad|oppdatert|opdateret|frissít|ενημ|last edited|geändert|revised|edited/iu;
